package cz.koplan.shared.changes;

import java.sql.SQLException;
import java.util.Set;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs a service method again when its transaction lost a race: deadlock (1213), a row changed since the snapshot
 * (1020), or a failed certification of a cluster (SQLSTATE 40001), also at COMMIT. The only place that does so.
 */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class TransactionRetry {

    private static final int ATTEMPTS = 4;
    private static final Set<Integer> LOST_RACE = Set.of(1213, 1020);

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor retryLostRaces() {
        var advisor = new DefaultPointcutAdvisor(
                AnnotationMatchingPointcut.forClassAnnotation(Service.class),
                (MethodInterceptor) TransactionRetry::invoke);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    private static @Nullable Object invoke(MethodInvocation call) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return call.proceed();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return ((org.springframework.aop.ProxyMethodInvocation) call)
                        .invocableClone()
                        .proceed();
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !lostRace(e)) {
                    throw e;
                }
                Thread.sleep(20L << attempt);
            }
        }
    }

    static boolean lostRace(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (LOST_RACE.contains(sql.getErrorCode()) || "40001".equals(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
